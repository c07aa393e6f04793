package com.example.platform.security;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;

/** Where a call comes from, as far as one host cannot change it at will. */
public final class Network {

    /** What a provider gives to one household, which has as many addresses in it as it likes. */
    private static final int BYTES = 8;

    private Network() {}

    /** An IPv4 address is itself; an IPv6 address stands for its /64. */
    public static String of(String address) {
        if (address.indexOf(':') < 0) {
            return address;
        }
        try {
            byte[] bytes = InetAddress.getByName(address).getAddress();
            return bytes.length <= 4
                    ? InetAddress.getByAddress(bytes).getHostAddress()
                    : HexFormat.of().formatHex(Arrays.copyOf(bytes, BYTES)) + "/64";
        } catch (UnknownHostException noLiteral) {
            return address;
        }
    }
}
